import { serve } from '../_kit/serve'
import { chats } from './actions/chats'
import { workbench } from './actions/workbench'

export const counselling = serve('counselling', { chats, workbench })
