// Vite hands over a file as text where its name ends in `?raw`.
declare module '*?raw' {
  const text: string
  export default text
}
