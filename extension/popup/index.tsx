// The page behind the toolbar button.
import '../ui/base.css'
import './popup.css'
import { mount } from '../ui/mount.tsx'
import { PopupView } from '../ui/popup-view.tsx'
import { words } from '../ui/words.ts'

mount(words.popup.title, <PopupView />)
