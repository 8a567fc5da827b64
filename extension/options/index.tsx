// The options page.
import '../ui/base.css'
import { mount } from '../ui/mount.tsx'
import { OptionsView } from '../ui/options-view.tsx'
import { words } from '../ui/words.ts'

mount(words.options.title, <OptionsView />)
