// The side panel's page.
import '../ui/base.css'
import '../../shared/ui/verdict-panel.css'
import { mount } from '../ui/mount.tsx'
import { PanelView } from '../ui/panel-view.tsx'
import { words } from '../ui/words.ts'

mount(words.panel.title, <PanelView />)
