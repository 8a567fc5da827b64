// How a mark looks inside its closed root. Data only.

/** Colours hold 4.5:1 against their own ground, light and dark; forced colours and reduced motion are respected. */
export const MARK_STYLE = `
:host{color-scheme:light dark}
button{all:unset;box-sizing:border-box;display:block;inline-size:100%;block-size:100%;cursor:pointer;border-radius:.2em;color:#57606a;background:#fff}
button:focus-visible{outline:.15em solid #0b57d0;outline-offset:.1em}
svg{display:block;inline-size:100%;block-size:100%;fill:currentColor}
[data-tone=good]{color:#116149}
[data-tone=foreign]{color:#5b3a9e}
[data-tone=caution]{color:#8a4b00}
[data-tone=bad]{color:#a4161a}
@media (prefers-reduced-motion:no-preference){[data-glyph=checking]{animation:wait 1.2s ease-in-out infinite alternate}}
@keyframes wait{to{opacity:.35}}
@media (forced-colors:active){button{color:ButtonText;background:ButtonFace}}
`
