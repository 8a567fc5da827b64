// How a mark looks inside its closed root. Data only.

/**
 * A mark before a text lies over the token's first letters and takes no room, so that nothing moves or wraps; one after a link
 * or script takes its own em.
 *
 * Colours hold 4.5:1 against their own ground, light and dark; forced colours and reduced motion are respected.
 */
export const MARK_STYLE = `
:host{color-scheme:light dark}
button{all:unset;box-sizing:border-box;inline-size:max(1em,12px);block-size:max(1em,12px);cursor:pointer;border-radius:50%;color:#57606a;background:#fff;box-shadow:0 0 0 .15em #fff}
[data-side=before]{position:absolute;inset-block-start:.1em;inset-inline-start:0}
[data-side=after]{display:inline-block;margin-inline:.35em;vertical-align:-.125em}
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
