// Taking everything to another device: a file under a passphrase, and back. Uses Preact and the vault.
import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { type BackupFault, openBackup, sealBackup } from './backup.ts'
import { downloadText } from './download.ts'
import { all, put } from './vault.ts'

const FAULTS = {
  not_a_backup: 'This file is no backup of this page, or is not whole.',
  wrong_passphrase: 'This passphrase does not open it, or the file was altered.',
} as const satisfies Record<BackupFault, string>

const FILE_NAME = 'licet-backup.json'

export function BackupForm({ onRestored }: { readonly onRestored: () => void }) {
  const [told, setTold] = useState('')
  const [advice, setAdvice] = useState('')
  const save = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const passphrase = String(new FormData(form).get('passphrase'))
    const [credentials, shares] = await Promise.all([all('credentials'), all('shares')])
    const sealed = await sealBackup({ credentials, shares }, passphrase)
    downloadText(sealed, FILE_NAME, 'application/json')
    form.reset()
    setTold(`Everything is in ${FILE_NAME} now. Keep file and passphrase apart.`)
  }
  const restore = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const file = data.get('backup')
    const text = file instanceof Blob ? await file.text() : ''
    const opened = await openBackup(text, String(data.get('passphrase')))
    if (!opened.ok) return setAdvice(FAULTS[opened.error])
    const { credentials, shares } = opened.value
    await Promise.all([
      ...credentials.map((record) => put('credentials', record)),
      ...shares.map((record) => put('shares', record)),
    ])
    form.reset()
    setAdvice('')
    setTold(`${credentials.length} credentials and ${shares.length} links are here again.`)
    onRestored()
  }
  return (
    <>
      <p role="status">{told}</p>
      <form onSubmit={save} id="backup-form">
        <label>
          Passphrase for a backup
          <input
            name="passphrase"
            type="password"
            required
            minLength={12}
            autocomplete="new-password"
          />
          <small>At least 12 characters. Nobody can help you if you forget it.</small>
        </label>
        <button type="submit" class="secondary">
          Save a backup
        </button>
      </form>
      <form onSubmit={restore} id="restore-form">
        <label>
          A backup that you saved
          <input name="backup" type="file" required accept="application/json,.json" />
        </label>
        <label>
          Its passphrase
          <input name="passphrase" type="password" required autocomplete="off" />
        </label>
        {advice === '' ? null : (
          <p role="alert" class="advice">
            {advice}
          </p>
        )}
        <button type="submit" class="secondary">
          Bring it back
        </button>
      </form>
      <p>
        <small>
          Keys stay in the browser that made them. Credentials that are tied to one can be read on
          another device, and shared there once their issuer has sent you a fresh link.
        </small>
      </p>
    </>
  )
}
