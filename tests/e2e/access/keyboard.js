// What the Tab key meets. `start` notes where it should stop and how each stop looks unfocused; `here` is asked after
// every press; `end` says what was never reached.
(() => {
  const PARTS = ["date", "time", "datetime-local", "month", "week"]; // the Tab key stops at day, month, year within one
  const looks = element => {
    const {outlineStyle, outlineWidth, outlineColor, boxShadow} = getComputedStyle(element);
    const outline = outlineStyle === "none" || parseFloat(outlineWidth) < 2 || access.isClear(outlineColor) ? "none" : outlineColor + outlineWidth;
    return {outline, boxShadow};
  };
  const isStop = element => {
    if (!access.isSeen(element) || element.tabIndex < 0 || element.disabled) return false;
    if (element.type !== "radio") return true;
    const group = [...document.querySelectorAll("input[type=radio]")].filter(other => other.name === element.name && other.form === element.form);
    return element === (group.find(other => other.checked) ?? group.find(other => access.isSeen(other)));
  };
  const isShown = element => {
    const seen = [...element.getClientRects()].filter(box => box.width && box.height);
    return seen.some(box => [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]].some(([x, y]) => {
      const hit = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return hit && (element.contains(hit) || hit.closest("label")?.control === element || hit.contains(element) && hit.matches("label, summary"));
    }));
  };
  const boxOf = element => {
    const {left, right, top, bottom} = element.getBoundingClientRect();
    return {left, right, top: top + scrollY, bottom: bottom + scrollY, height: bottom - top};
  };
  const isBackwards = (before, now, direction) => {
    const across = Math.min(before.right, now.right) - Math.max(before.left, now.left);
    const along = Math.min(before.bottom, now.bottom) - Math.max(before.top, now.top);
    if (along > 0.5 * Math.min(before.height, now.height)) {
      return direction === "rtl" ? now.left >= before.right - 1 : now.right <= before.left + 1;
    }
    return now.bottom <= before.top && across > 0;
  };

  access.keyboard = {
    start() {
      document.body.tabIndex = -1; // from the top, whatever had the focus
      document.body.focus();
      document.body.removeAttribute("tabindex");
      scrollTo(0, 0);
      this.stops = access.controls().filter(isStop);
      this.unfocused = new Map(this.stops.map(stop => [stop, looks(stop)]));
      this.reached = new Set();
      this.last = null;
      return this.stops.length;
    },

    here() {
      const element = document.activeElement;
      if (!element || element === document.body || (this.reached.has(element) && element === this.stops[0] && this.last !== element)) {
        return {isOut: true, problems: []};
      }
      const problems = [];
      const name = access.called(element);
      if (element === this.last) {
        return {isOut: false, problems: PARTS.includes(element.type) ? [] : [`2.1.2 the focus is never stuck: ${name}`]};
      }
      if (this.reached.has(element)) problems.push(`2.1.2 the focus never runs in circles: ${name}`);
      const box = boxOf(element);
      const unfocused = this.unfocused.get(element);
      const focused = looks(element);
      if (unfocused && !(focused.outline !== "none" && focused.outline !== unfocused.outline) && focused.boxShadow === unfocused.boxShadow) {
        problems.push(`2.4.7 the focus can be seen: ${name}`);
      }
      if (!isShown(element)) problems.push(`2.4.11 nothing covers the focus: ${name}`);
      if (this.last && this.box && !this.last.matches(".skip-link") && isBackwards(this.box, box, getComputedStyle(element.parentElement).direction)) {
        problems.push(`2.4.3 the focus goes the way one reads: ${name} after ${access.called(this.last)}`);
      }
      this.reached.add(element);
      this.last = element;
      this.box = box;
      return {isOut: false, problems};
    },

    end() {
      return this.stops.filter(stop => access.isSeen(stop) && !this.reached.has(stop)).map(stop => `2.1.1 every control is reached: ${access.called(stop)}`);
    },
  };
})();
