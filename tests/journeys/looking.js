// What a browser can measure on the page that it shows. Each function gives a list of faults in
// words, empty where there are none. Nothing of this is on the site: the tests bring it along.
(() => {
  const TARGET = 48, PRIMARY_HEIGHT = 72, PRIMARY_WIDTH = 88, GAP = 16, ROUNDING = 0.5;
  const CONTROLS = "a[href], button, summary, select, textarea, input:not([type=hidden])";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  // What is folded away in a closed <details> has a box, but is not there for anybody.
  const isShown = (one) => one.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const words = (one) =>
    (one.innerText || one.textContent || one.getAttribute("aria-label") || one.name || "")
      .trim().replace(/\s+/g, " ");
  const place = (one) =>
    `${one.localName}${one.className && !one.className.baseVal ? "." + one.className : ""}`;

  const boxOf = (one) => {
    const box = (one.closest("label") || one).getBoundingClientRect();
    return {
      words: words(one.closest("label") || one).slice(0, 60),
      isPrimary: one.matches(".button:not(.button-quiet)"),
      isButton: one.matches(".button"),
      left: box.left, right: box.right, top: box.top, bottom: box.bottom,
      width: box.width, height: box.height,
    };
  };
  const targets = () =>
    all(CONTROLS).filter(isShown).map(boxOf)
      .filter((one) => one.width > 0 && one.right > 0);

  const smallTargets = () => targets()
    .filter((one) => Math.min(one.width, one.height) < TARGET - ROUNDING)
    .map((one) => `small target: ${one.words} (${one.width} x ${one.height})`);

  const smallPrimaries = () => targets()
    .filter((one) => one.isPrimary)
    .filter((one) => one.height < PRIMARY_HEIGHT || one.width < PRIMARY_WIDTH)
    .map((one) => `small primary action: ${one.words} (${one.width} x ${one.height})`);

  const distance = (one, other) => Math.max(
    Math.max(one.left, other.left) - Math.min(one.right, other.right),
    Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom),
  );

  const crowded = () => {
    const found = targets(), faults = [];
    found.forEach((one, at) => found.slice(at + 1).forEach((other) => {
      const least = one.isButton && other.isButton ? GAP : 0;
      if (distance(one, other) < least - ROUNDING) {
        faults.push(`too near: ${one.words} | ${other.words} (${distance(one, other)})`);
      }
    }));
    return faults;
  };

  const sideways = () => {
    const root = document.documentElement, much = root.scrollWidth - root.clientWidth;
    return much > 0 ? [`sticks out at the side by ${much} px`] : [];
  };

  // Text that lies outside of the window's width, or in a box that hides what does not fit.
  const MEANT_AWAY = ".skip, .hidden-text, thead, thead *, svg, svg *";
  const hasText = (one) =>
    [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const cutOff = () => {
    const width = document.documentElement.clientWidth;
    return all("body *").filter((one) => !one.matches(MEANT_AWAY) && isShown(one)).flatMap((one) => {
      const style = getComputedStyle(one), faults = [];
      if (hasText(one)) {
        const range = document.createRange();
        range.selectNodeContents(one);
        const box = range.getBoundingClientRect();
        if (box.left < -1 || box.right > width + 1) faults.push(`outside: ${words(one).slice(0, 60)}`);
      }
      const hides = style.overflowX !== "visible" && !one.matches("textarea, input, select");
      if (hides && one.scrollWidth > one.clientWidth + 1) faults.push(`cut off: ${place(one)}`);
      return faults;
    });
  };

  // A plain word, no part of an address, that goes on in the next line without a hyphen: a column
  // is too narrow for it.
  const isBroken = (node, word) => {
    const range = document.createRange();
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
  };
  // On a narrow screen a table becomes a list, and its head is there for screen readers alone.
  const isHeadOfList = (one) =>
    one.closest("thead") && getComputedStyle(one.closest("thead")).position === "absolute";
  const brokenWords = () => all("body *").filter((one) => hasText(one) && isShown(one))
    .filter((one) => !one.closest("svg, code, textarea, .hidden-text") && !isHeadOfList(one))
    .flatMap((one) => [...one.childNodes].filter((node) => node.nodeType === 3))
    .flatMap((node) => [...node.data.matchAll(/(?<![\w./?&=-])[a-z]{2,12}(?![\w/&=-])/gi)]
      .filter((word) => isBroken(node, word))
      .map((word) => `broken word: ${word[0]}`));

  // WCAG 2.2, relative luminance and contrast ratio.
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const luminance = ([red, green, blue]) =>
    0.2126 * linear(red / 255) + 0.7152 * linear(green / 255) + 0.0722 * linear(blue / 255);
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const channels = (colour) => {
    const found = colour.match(/[\d.]+/g).map(Number);
    return found.length === 3 ? [...found, 1] : found;
  };
  const over = (front, back) =>
    [0, 1, 2].map((at) => front[at] * front[3] + back[at] * (1 - front[3]));
  const groundOf = (one) => {
    if (!one) return [255, 255, 255];
    const own = channels(getComputedStyle(one).backgroundColor);
    return own[3] === 1 ? own.slice(0, 3) : over(own, groundOf(one.parentElement));
  };
  const pale = () => all("body, body *")
    .filter((one) => hasText(one) || one.matches("input, select, textarea"))
    .filter((one) => !one.closest("svg") && !one.matches(".hidden-text, .skip") && isShown(one))
    .flatMap((one) => {
      const ground = groundOf(one), style = getComputedStyle(one);
      const ratio = contrast(over(channels(style.color), ground), ground);
      const before = getComputedStyle(one, "::before");
      const ahead = before.content === "none" || before.content === "normal"
        ? ratio : contrast(over(channels(before.color), ground), ground);
      const least = Math.min(ratio, ahead);
      return least < 7 ? [`pale ${least.toFixed(2)}: ${words(one).slice(0, 60) || place(one)}`] : [];
    });
  const paleEdges = () => all("input[type=text], input[type=email], select, textarea, .button")
    .filter(isShown)
    .flatMap((one) => {
      const around = groundOf(one.parentElement);
      const edge = over(channels(getComputedStyle(one).borderTopColor), around);
      const ratio = contrast(edge, around);
      return ratio < 3 ? [`pale edge ${ratio.toFixed(2)}: ${words(one) || place(one)}`] : [];
    });
  // What is drawn on the map: marks 3:1 on sea and land, numbers and names 7:1 on what is behind.
  const drawn = (one, part) => channels(getComputedStyle(one)[part]).slice(0, 3);
  const MARKS = [
    [".map-buttons circle", "fill"], [".map-dots circle:not(.map-hollow)", "fill"],
    [".map-dots .map-hollow", "stroke"], [".map-line", "stroke"],
  ];
  const paleMarks = () => all(".map-frame").flatMap((frame) => {
    const lands = all(".map-land, .map-land-with", frame).map((one) => drawn(one, "fill"));
    const grounds = [groundOf(frame), ...lands], faults = [];
    const measure = (one, colour, behind, least) => behind.forEach((ground) => {
      const ratio = contrast(colour, ground);
      if (ratio < least) faults.push(`pale on the map ${ratio.toFixed(2)}: ${one.outerHTML.slice(0, 60)}`);
    });
    MARKS.forEach(([selector, part]) => all(selector, frame).filter(isShown)
      .forEach((one) => measure(one, drawn(one, part), grounds, 3)));
    all(".map-land", frame).forEach((one) => measure(one, drawn(one, "stroke"), grounds.slice(0, 2), 3));
    all(".map-number", frame).filter(isShown).forEach((one) =>
      measure(one, drawn(one, "fill"), [drawn(one.parentElement.querySelector("circle"), "fill")], 7));
    all(".map-name", frame).filter(isShown).forEach((one) =>
      measure(one, drawn(one, "fill"), [drawn(one, "stroke")], 7));
    return [...new Set(faults)];
  });
  // Where the reader's own colours stand, grounds are gone: an edge has to show what can be pressed.
  const edgeless = () => all(".button, .chips a, .card, .notice").filter(isShown)
    .filter((one) => {
      const style = getComputedStyle(one);
      return parseFloat(style.borderTopWidth) < 1 || style.borderTopStyle === "none";
    })
    .map((one) => `no edge in forced colours: ${place(one)}`);

  const twoTargets = () => {
    const found = new Map();
    all("a[href]").filter((one) => !one.closest("svg")).forEach((one) => {
      const key = words(one);
      found.set(key, (found.get(key) || new Set()).add(one.href));
    });
    return [...found].filter(([, addresses]) => addresses.size > 1)
      .map(([key, addresses]) => `one text, several targets: ${key}: ${[...addresses].join(" ")}`);
  };

  // Somebody who steers by voice says what is seen: the name has to begin with it.
  const nameOf = (one) => {
    const ids = (one.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
    if (ids.length) return ids.map((id) => words(document.getElementById(id))).join(" ");
    return (one.getAttribute("aria-label") || "").trim();
  };
  const misnamed = () => all(CONTROLS).filter(isShown)
    .filter((one) => nameOf(one) && one.innerText && one.innerText.trim())
    .filter((one) => !nameOf(one).toLowerCase().startsWith(words(one).toLowerCase()))
    .map((one) => `seen as ${words(one)}, named ${nameOf(one)}`);

  const isStop = (one) => one.tabIndex >= 0 && isShown(one);
  const stops = () => all(CONTROLS).filter(isStop).map(words);
  const manyStops = () => {
    const results = all(".card").filter((one) => !one.matches(".kept") && one.closest(".cards"));
    const faults = results.map((one) => all(CONTROLS, one).filter(isStop).length)
      .filter((count) => count < 1 || count > 3)
      .map((count) => `${count} tab stops in one result`);
    if (!results.length || !document.querySelector(".results")) return faults;
    const before = all(CONTROLS).filter(isStop)
      .filter((one) => one.compareDocumentPosition(results[0]) & Node.DOCUMENT_POSITION_FOLLOWING)
      .filter((one) => !results[0].contains(one)).length;
    return before > 12 ? [...faults, `${before} tab stops before the first result`] : faults;
  };

  // No script of the site's runs at all; and choosing sends nothing by itself.
  const scripted = () => [
    ...all("script:not([type='application/ld+json'])").map(() => "a script"),
    ...all("body *").flatMap((one) => one.getAttributeNames().filter((name) => /^on/.test(name))),
  ];
  const chooseAll = () => {
    all("input[type=checkbox], input[type=radio]").forEach((one) => one.click());
    all("select").forEach((one) => {
      one.selectedIndex = one.options.length - 1;
      one.dispatchEvent(new Event("input", {bubbles: true}));
      one.dispatchEvent(new Event("change", {bubbles: true}));
    });
  };
  const openAll = () => all("details").forEach((one) => { one.open = true; });

  const CHECKS = {
    smallTargets, smallPrimaries, crowded, sideways, cutOff, brokenWords, pale, paleEdges, paleMarks,
    edgeless, twoTargets, misnamed, manyStops, scripted,
  };
  const check = (names) => names.flatMap((name) => CHECKS[name]()).slice(0, 12);
  return {check, stops, chooseAll, openAll};
})()
