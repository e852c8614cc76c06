// What HTML has to keep to on every page. The presets are html-validate's own; a rule that is
// changed has its reason beside it.
export default {
  root: true,
  extends: [
    "html-validate:recommended",
    "html-validate:document",
    "html-validate:a11y",
    "html-validate:standard",
  ],
  rules: {
    // Hashes are for files of other servers; ours come from where the page comes from.
    "require-sri": ["error", { target: "crossorigin" }],
    // One name with several values is how an address says "any of these" (phase=1&phase=2).
    "form-dup-name": "off",
    // The title of a page is the whole sentence of its search, or the study's own: none is cut.
    "long-title": "off",
    // A telephone number stands as the registry wrote it, and may have to break at 320 px.
    "tel-non-breaking": "off",
  },
};
