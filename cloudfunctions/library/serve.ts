import { serve } from '../_kit/serve'
import { desk } from './actions/desk'
import { favourites } from './actions/favourites'
import { pieces } from './actions/pieces'
import { uploads } from './actions/uploads'

export const library = serve('library', { pieces, favourites, desk, uploads })
