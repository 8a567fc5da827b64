// What plasmo's `url:` scheme and environment give: the built address of a file, and the pin of the build.
declare module 'url:*' {
  const address: string
  export default address
}

declare module '*.css'

declare const process: { readonly env: { readonly PLASMO_PUBLIC_LICET_PIN?: string } }
