// The look of the demo's board register: another organisation, another style sheet. Pure.

export const REGISTER_STYLE = `
:root { color-scheme: light; --navy: #1d2b53; --gold: #b08a2e; --paper: #fbfaf6; --rule: #d9d4c5; --soft: #565a66; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: #20242e; font: 1.0625rem/1.55 Georgia, "Times New Roman", serif; }
a { color: #21438f; text-underline-offset: .18em; }
:focus-visible { outline: 3px solid var(--gold); outline-offset: 2px; }
header { border-bottom: 3px double var(--gold); background: #fff; }
.inner { max-width: 62rem; margin: 0 auto; padding: 1.25rem clamp(1rem, 4vw, 2rem); }
.crest { display: flex; align-items: center; gap: 1rem; }
.crest svg { flex: none; }
.crest p { margin: 0; font-size: 1.375rem; line-height: 1.2; color: var(--navy); }
.crest small { display: block; font: .8125rem/1.4 system-ui, sans-serif; color: var(--soft); margin-top: .2rem; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2rem); font-weight: 400; color: var(--navy); line-height: 1.25; margin: 1rem 0 .5rem; }
.soft { color: var(--soft); max-width: 42rem; margin: 0 0 1.5rem; }
table { width: 100%; border-collapse: collapse; background: #fff; border: 1px solid var(--rule); }
caption { text-align: left; font: .875rem/1.4 system-ui, sans-serif; color: var(--soft); padding: 0 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .75rem 1rem; border-bottom: 1px solid var(--rule); }
thead th { background: var(--navy); color: #fff; font: 600 .8125rem/1.3 system-ui, sans-serif; letter-spacing: .02em; }
tbody th { font-weight: 700; }
td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
footer { font: .8125rem/1.5 system-ui, sans-serif; color: var(--soft); padding-bottom: 2rem; }
@media (max-width: 44rem) {
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  table, caption, tbody, tr, th, td { display: block; }
  caption { padding: .75rem 1rem 0; }
  tbody tr { padding: .75rem 0; border-bottom: 1px solid var(--rule); }
  tbody tr:last-child { border-bottom: 0; }
  th, td { border: 0; padding: .15rem 1rem; }
  td::before { content: attr(data-column) ": "; font: .8125rem system-ui, sans-serif; color: var(--soft); }
}
`
