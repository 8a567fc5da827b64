// The benchmark inside workerd. Clocks stand still there while it computes: the caller times it from outside.
import fixtures from 'bench:fixtures'
import { EVERYWHERE } from './everywhere.mjs'
import { createRunner } from './runner.mjs'

let run

export default {
  async fetch(request) {
    const { searchParams } = new URL(request.url)
    run ??= createRunner(EVERYWHERE, fixtures)
    try {
      await run(searchParams.get('name'), Number(searchParams.get('times')))
      return new Response('done')
    } catch (error) {
      return new Response(error.message, { status: 500 })
    }
  },
}
