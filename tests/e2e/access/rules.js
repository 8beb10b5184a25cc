// What a document must keep, rule by rule. Each takes the document and returns complaints, none when all is well.
// The numbers are success criteria of WCAG 2.2.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const style = element => getComputedStyle(element);
  const text = element => (element.innerText ?? element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 60);
  const called = element => {
    const id = element.id ? `#${element.id}` : "";
    return `<${element.localName}${id}${id ? "" : [...element.classList].map(name => `.${name}`).join("")}> "${text(element)}"`;
  };
  const isSeen = element => element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true});
  const isForEarsOnly = element => element !== null
    && (style(element).clipPath === "inset(50%)" || isForEarsOnly(element.parentElement));
  const isForEyes = element => isSeen(element) && !isForEarsOnly(element);
  const isClear = colour => colour === "transparent" || /^rgba\(.*, 0\)$/.test(colour);
  const twice = values => values.filter((value, place) => values.indexOf(value) !== place);

  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab]";
  const LANDMARKS = {
    navigation: "nav, [role=navigation]",
    complementary: "aside, [role=complementary]",
    region: "[role=region], section[aria-label], section[aria-labelledby]",
    form: "form[aria-label], form[aria-labelledby], [role=form]",
    search: "search, [role=search]",
  };
  const labelOf = element => element.getAttribute("aria-label")?.trim()
    || (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean)
      .map(id => document.getElementById(id)?.textContent.trim() ?? "").join(" ").trim();

  const rules = {
    "1.3.1 one headline": () => {
      const found = all("h1").filter(isSeen);
      return found.length === 1 ? [] : [`${found.length} h1: ${found.map(text).join(" | ")}`];
    },

    "1.3.1 no level of headings is left out": () => {
      const levels = all("h1, h2, h3, h4, h5, h6").filter(isSeen).map(heading => [Number(heading.localName[1]), heading]);
      return levels.flatMap(([level, heading], place) => {
        const before = place ? levels[place - 1][0] : 0;
        return level > before + 1 ? [`${called(heading)} after h${before}`] : [];
      });
    },

    "1.3.1 one main landmark, one banner, one foot": () => {
      const count = (selector, name) => {
        const found = all(selector).filter(element => isSeen(element) && !element.parentElement.closest("main, article, section, aside, nav"));
        return found.length === 1 ? [] : [`${found.length} ${name}`];
      };
      return [...count("main, [role=main]", "main"), ...count("header, [role=banner]", "banner"), ...count("footer, [role=contentinfo]", "contentinfo")];
    },

    "1.3.1 landmarks of a kind are told apart by name": () => Object.entries(LANDMARKS).flatMap(([kind, selector]) => {
      const names = all(selector).filter(isSeen).map(labelOf);
      if (names.length < 2) return [];
      return [...names.filter(name => !name).map(() => `${kind} without a name`), ...twice(names.filter(Boolean)).map(name => `two ${kind} called ${name}`)];
    }),

    "1.3.1 everything one reads lies in a landmark": () => all("body *").filter(element =>
      isForEyes(element)
      && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
      && !element.closest("main, header, footer, nav, aside, dialog, .skip-link, script, style, noscript, template, [role=region]")
    ).map(called),

    "2.4.2 the title names page and site": () => {
      const parts = document.title.split(" – ");
      return parts.length >= 2 && parts.every(part => part.trim()) ? [] : [`title: ${document.title}`];
    },

    "2.4.1 the first link leads past the menu": () => {
      const first = all(CONTROLS).find(element => element.tabIndex >= 0);
      const target = first?.hash ? document.getElementById(first.hash.slice(1)) : null;
      return target?.matches("main") ? [] : [`first is ${first ? called(first) : "nothing"}`];
    },

    "2.4.3 nothing jumps the queue of the Tab key": () => all("[tabindex]").filter(element => element.tabIndex > 0).map(called),

    "2.4.3 nothing is shown in another order than it is read": () => all("body *").filter(element => {
      const {display, flexDirection} = style(element);
      if (!/flex|grid/.test(display) || !isSeen(element)) return false;
      const moved = [...element.children].some(child => style(child).order !== "0" && child.querySelector(CONTROLS));
      return moved || (/reverse/.test(flexDirection) && element.querySelector(CONTROLS) !== null);
    }).map(called),

    "3.3.2 a field has a label": () => all("main input, main select, main textarea").filter(field =>
      isSeen(field) && !["hidden", "submit", "button", "checkbox", "radio"].includes(field.type) && !field.labels?.length
      && !labelOf(field)).map(called),

    "3.3.2 no placeholder stands for a label": () => all("input, textarea").filter(field =>
      field.placeholder && isSeen(field) && getComputedStyle(field, "::placeholder").color !== "rgba(0, 0, 0, 0)").map(called),

    "3.3.1 a field with an error says which": () => all("[aria-invalid=true]").filter(field => {
      const fieldset = field.closest("fieldset[aria-describedby]");
      const ids = `${field.getAttribute("aria-describedby") ?? ""} ${fieldset?.getAttribute("aria-describedby") ?? ""}`;
      return !ids.split(/\s+/).some(id => id.endsWith("_error") && document.getElementById(id)?.textContent.trim());
    }).map(called),

    "1.3.5 a person's own data can be filled in by the browser": () =>
      all("main input[type=email], main input[type=tel], main input[type=password]").filter(field =>
        isSeen(field) && !field.autocomplete).map(called),

    "1.4.1 links in running text are underlined": () => all("main p a[href], main li p a[href]").filter(link =>
      isForEyes(link) && style(link).display === "inline" && !style(link).textDecorationLine.includes("underline")).map(called),

    "1.3.2 what runs the other way says so": () => {
      const strays = /[\u0590-\u08ff]/;
      return all("main *").filter(element => document.dir === "ltr" && isSeen(element)
        && [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && strays.test(node.data))
        && !element.closest("[dir=rtl], [dir=auto], bdi")).map(called);
    },

    "4.1.1 every id is there once": () => twice(all("[id]").map(element => element.id)),

    "4.1.2 a reference leads to something": () => ["aria-labelledby", "aria-describedby", "aria-controls", "for"].flatMap(name =>
      all(`[${name}]`).flatMap(element => element.getAttribute(name).split(/\s+/).filter(id => id && !document.getElementById(id))
        .map(id => `${called(element)} ${name} ${id}`))),

    "1.1.1 a picture says what it shows or that it is ornament": () => [
      ...all("img:not([alt])").map(called),
      ...all("svg").filter(drawing => isSeen(drawing) && drawing.getAttribute("aria-hidden") !== "true" && !drawing.closest("[aria-hidden=true]")
        && !(drawing.getAttribute("role") === "img" && (labelOf(drawing) || drawing.querySelector("title")))).map(called),
    ],
  };

  const sizes = {
    "1.4.10 nothing is wider than the screen": () => {
      const root = document.documentElement;
      if (root.scrollWidth <= root.clientWidth) return [];
      const guilty = all("body *").filter(element => isForEyes(element) && element.getBoundingClientRect().right > root.clientWidth + 1);
      return [`${root.scrollWidth} px: ${guilty.slice(-2).map(called).join(", ")}`];
    },

    "1.4.4 no text is cut off": () => all("body *").filter(element => {
      if (!isForEyes(element) || element.closest("svg, select, textarea")) return false;
      const {overflowX, overflowY} = style(element);
      const cuts = value => value === "hidden" || value === "clip";
      if (!cuts(overflowX) && !cuts(overflowY)) return false;
      const frame = element.getBoundingClientRect(), words = document.createRange();
      const scrolls = inner => inner !== element
        && (/auto|scroll/.test(style(inner).overflowX + style(inner).overflowY) || scrolls(inner.parentElement));
      const inside = [element, ...all("*:not(textarea, option)", element)].filter(isForEyes);
      return inside.some(inner => !scrolls(inner) && [...inner.childNodes].some(node => {
        if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) return false;
        words.selectNodeContents(node);
        const box = words.getBoundingClientRect();
        return (cuts(overflowX) && (box.left < frame.left - 1 || box.right > frame.right + 1))
          || (cuts(overflowY) && (box.top < frame.top - 6 || box.bottom > frame.bottom + 6));
      }));
    }).map(called),

    "1.4.4 no words lie on others": () => {
      const leaves = all("main p, main li, main h1, main h2, main h3, main dt, main dd, main label, main a, main button")
        .filter(element => isForEyes(element) && text(element) && !element.querySelector("p, li, h1, h2, h3, dt, dd, label, a, button"));
      const boxes = leaves.map(element => element.getBoundingClientRect());
      return leaves.flatMap((element, place) => leaves.slice(place + 1, place + 12).flatMap((other, step) => {
        if (element.contains(other) || other.contains(element)) return [];
        const a = boxes[place], b = boxes[place + 1 + step];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return across > 4 && along > 4 + 0.35 * Math.min(a.height, b.height) && style(element).display !== "inline" && style(other).display !== "inline"
          ? [`${called(element)} and ${called(other)}`] : [];
      }));
    },
  };

  const forced = {
    "1.4.11 buttons and fields keep an edge in forced colours": () => all("button, .button, input, select, textarea").filter(element => {
      if (!isForEyes(element) || ["hidden", "checkbox", "radio", "file"].includes(element.type) || element.matches(".button-link")) return false;
      const {borderBlockStartStyle, borderBlockStartWidth, borderBlockStartColor} = style(element);
      return borderBlockStartStyle === "none" || parseFloat(borderBlockStartWidth) < 1 || isClear(borderBlockStartColor);
    }).map(called),
  };

  const luminance = colour => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map(value => {
      const part = Number(value) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  const printed = {
    "print: no menus on paper": () => all("header nav, footer nav, .skip-link").filter(isSeen).map(called),

    "print: dark on white": () => all("main p, main li, main h1, main h2, main dd").filter(element =>
      isForEyes(element) && text(element) && 1.05 / (luminance(style(element).color) + 0.05) < 4.5).map(called),
  };

  const run = group => Object.entries(group).flatMap(([name, rule]) => rule().map(complaint => `${name}: ${complaint}`));
  window.access = {
    groups: {rules, sizes, forced, printed},
    run: name => run(window.access.groups[name]),
    called, isSeen, isForEyes, isClear, controls: () => all(CONTROLS),
  };
})();
