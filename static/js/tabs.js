// Tabs after the ARIA Authoring Practices. Without this file: links to sections that all lie open.
for (const tabs of document.querySelectorAll("[data-tabs]")) {
  const list = tabs.querySelector(".tab-list");
  const links = [...list.querySelectorAll("a")];
  const panels = links.map((link) => document.getElementById(link.hash.slice(1)));

  list.setAttribute("role", "tablist");
  for (const part of list.querySelectorAll("ul, li")) part.setAttribute("role", "presentation");
  links.forEach((link, index) => {
    link.setAttribute("role", "tab");
    link.id = `${panels[index].id}-reiter`;
    link.setAttribute("aria-controls", panels[index].id);
    panels[index].setAttribute("role", "tabpanel");
    panels[index].setAttribute("aria-labelledby", link.id);
    panels[index].tabIndex = 0;
  });
  tabs.classList.add("is-enhanced");

  const show = (chosen, focus) => {
    links.forEach((link, index) => {
      link.setAttribute("aria-selected", String(index === chosen));
      link.tabIndex = index === chosen ? 0 : -1;
      panels[index].hidden = index !== chosen;
    });
    if (focus) links[chosen].focus();
  };

  list.addEventListener("click", (event) => {
    const chosen = links.indexOf(event.target.closest("a"));
    if (chosen < 0) return;
    event.preventDefault();
    show(chosen, true);
  });
  list.addEventListener("keydown", (event) => {
    const at = links.indexOf(document.activeElement);
    const forward = getComputedStyle(tabs).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
    const next = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: links.length - 1, " ": at }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    show((next + links.length) % links.length, true);
  });

  show(Math.max(0, links.findIndex((link) => link.hash === location.hash)), false);
}
