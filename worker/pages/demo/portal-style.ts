// The look of the demo's recruiting portal: a style sheet inside the page, so that it depends on nothing of Licet. Pure.

export const PORTAL_STYLE = `
:root {
  color-scheme: light;
  --ink: #16232b; --soft: #53646e; --faint: #dfe6e8; --ground: #f4f7f7; --card: #fff;
  --brand: #0b5c5f; --brand-deep: #073f43; --brand-tint: #e3f1f0; --focus: #b3540a;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
a { color: var(--brand); text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem 1rem; z-index: 1; }
.top { background: var(--brand-deep); color: #fff; }
.top-inner, main, footer { max-width: 70rem; margin: 0 auto; padding-inline: clamp(1rem, 4vw, 2rem); }
.top-inner { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 2rem; padding-block: .85rem; }
.brand { display: flex; align-items: center; gap: .7rem; color: #fff; text-decoration: none; }
.brand svg { flex: none; }
.brand strong { display: block; line-height: 1.2; font-weight: 650; letter-spacing: -.005em; }
.brand small { display: block; color: #b8d8d6; font-size: .8125rem; line-height: 1.3; }
.top nav { display: flex; gap: .25rem; margin-left: auto; }
.top nav a { color: #e6f3f2; text-decoration: none; padding: .35rem .75rem; border-radius: 6px; font-size: .9375rem; }
.top nav a[aria-current] { background: rgb(255 255 255 / .14); color: #fff; }
.top nav a:hover { background: rgb(255 255 255 / .2); }
main { padding-block: clamp(1.25rem, 4vw, 2.25rem) 3rem; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2rem); line-height: 1.2; letter-spacing: -.015em; margin: 0; }
h2 { font-size: 1.0625rem; line-height: 1.3; margin: 0 0 1rem; }
h3 { font-size: 1rem; line-height: 1.35; margin: 0; }
p { margin: 0; }
.soft { color: var(--soft); }
.lead { margin-top: .35rem; color: var(--soft); }
.card { background: var(--card); border: 1px solid var(--faint); border-radius: 12px; padding: clamp(1rem, 3vw, 1.5rem); }
.avatar { display: grid; place-items: center; flex: none; width: 2.5rem; height: 2.5rem; border-radius: 50%;
  background: var(--brand-tint); color: var(--brand-deep); font-size: .875rem; font-weight: 650; letter-spacing: .02em; }
.avatar.large { width: 4rem; height: 4rem; font-size: 1.25rem; }
.stage { display: inline-block; justify-self: start; padding: .1rem .6rem; border-radius: 99px; background: #e9edf0; color: #33434d;
  font-size: .8125rem; font-weight: 550; white-space: nowrap; }
.stage.interview { background: #e4ecfb; color: #1c3f85; }
.stage.reference-check { background: #fbf0d9; color: #6b4703; }
.stage.offer { background: #e2f2e4; color: #1c5a26; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1.25rem 0 1rem; padding: 0; list-style: none; }
.filters a { display: block; padding: .3rem .8rem; border: 1px solid var(--faint); border-radius: 99px; background: #fff;
  color: var(--ink); text-decoration: none; font-size: .875rem; }
.filters a:hover { border-color: var(--brand); }
.filters a[aria-current] { background: var(--brand); border-color: var(--brand); color: #fff; }
.filters span { opacity: .75; }
.people { margin: 0; padding: 0; list-style: none; overflow: hidden; }
.people.card { padding: 0; }
.people li { display: grid; grid-template-columns: auto minmax(0, 2fr) minmax(0, 1.4fr) 9rem; align-items: center;
  gap: .25rem 1rem; padding: .85rem clamp(1rem, 3vw, 1.5rem); position: relative; }
.people li + li { border-top: 1px solid var(--faint); }
.people li:hover { background: #f9fbfb; }
.people a { font-weight: 600; text-decoration: none; color: var(--ink); }
.people a::after { content: ""; position: absolute; inset: 0; }
.people li:hover a { color: var(--brand); text-decoration: underline; }
.people .soft { font-size: .875rem; }
.back { display: inline-block; margin-bottom: 1rem; font-size: .9375rem; text-decoration: none; }
.back:hover { text-decoration: underline; }
.person { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.25rem; margin-bottom: 1.5rem; }
.person > div { flex: 1 1 14rem; min-width: 0; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 18rem; gap: 1.25rem; align-items: start; }
.stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; }
dl { margin: 0; display: grid; gap: .85rem; }
dt { color: var(--soft); font-size: .8125rem; }
dd { margin: 0; }
.timeline { margin: 0; padding: 0; list-style: none; }
.timeline li { position: relative; padding: 0 0 1.1rem 1.35rem; }
.timeline li:last-child { padding-bottom: 0; }
.timeline li::before { content: ""; position: absolute; left: .1rem; top: .5em; width: .55rem; height: .55rem;
  border-radius: 50%; background: var(--brand); }
.timeline li:not(:last-child)::after { content: ""; position: absolute; left: .34rem; top: 1.25em; bottom: -.25em;
  width: 1px; background: #c5d3d5; }
.documents { margin: 0; padding: 0; list-style: none; display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr); }
.document { display: flex; gap: .85rem; border: 1px solid var(--faint); border-radius: 10px; padding: .9rem 1rem; }
.document > div { flex: 1; min-width: 0; }
.document svg { flex: none; margin-top: .15rem; color: var(--brand); }
.document p { font-size: .875rem; }
.token { margin-top: .6rem; font-size: .875rem; color: var(--soft); }
.token code { display: block; margin-top: .3rem; max-height: 4.9em; overflow: auto; padding: .5rem .65rem; border-radius: 6px;
  background: #f1f4f5; color: #3c4c55; font: .8125rem/1.5 ui-monospace, monospace; word-break: break-all; }
footer { padding-block: 0 2.5rem; font-size: .8125rem; color: var(--soft); }
@media (max-width: 56rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 40rem) {
  .top nav { margin-left: 0; }
  .people li { grid-template-columns: auto minmax(0, 1fr); }
  .people li > :nth-child(n + 3) { grid-column: 2; justify-self: start; }
}
`
