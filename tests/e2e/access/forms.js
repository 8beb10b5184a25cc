// Forms sent empty, and what must be said when they come back.
(() => {
  const isPressed = field => ["hidden", "submit", "button", "image"].includes(field.type) || field.localName === "button";
  const toFill = form => [...form.querySelectorAll("input, textarea, select")]
    .filter(field => access.isSeen(field) && !isPressed(field));
  const forms = () => [...document.querySelectorAll("main form")];

  access.forms = {
    // A form of one button does what it says: sending it is no mistake.
    places: () => forms().flatMap((form, place) =>
      form.method === "post" && access.isSeen(form) && toFill(form).length ? [place] : []),

    clear(place) {
      for (const field of toFill(forms()[place])) {
        if (["checkbox", "radio"].includes(field.type)) field.checked = false;
        else field.value = "";
      }
    },

    sendEmpty(place) {
      const form = forms()[place];
      form.noValidate = true;
      this.clear(place);
      form.requestSubmit(form.querySelector("button[type=submit], button:not([type])"));
    },

    summary() {
      const summary = document.querySelector(".error-summary");
      const focused = document.activeElement;
      return [
        [summary.contains(focused), `3.3.1 the error summary takes the focus: ${access.called(focused)}`],
        [summary.matches("[role=alert]") || summary.querySelector("[role=alert]"), "4.1.3 the error summary is announced"],
        [summary.querySelector("h2"), "1.3.1 the error summary has a heading"],
        [summary.querySelector("li"), "3.3.1 the error summary says what is wrong"],
        [document.title.includes(": "), `3.3.1 the title says that something is wrong: ${document.title}`],
      ].flatMap(([isRight, complaint]) => isRight ? [] : [complaint]);
    },

    // After Enter on a line of the summary.
    line(link) {
      const target = document.getElementById(link.hash.slice(1));
      const focused = document.activeElement;
      const isThere = target && (target.contains(focused) || focused.closest("fieldset, .field")?.contains(target));
      return isThere && access.isSeen(target) ? []
        : [`3.3.1 the line leads to its field: ${access.called(link)} to ${link.hash}, the focus is on ${access.called(focused)}`];
    },
  };
})();
