import { serve } from '../_kit/serve'
import { devices } from './actions/devices'
import { invitations } from './actions/invitations'
import { sessions } from './actions/sessions'
import { staff } from './actions/staff'

export const people = serve('people', { sessions, invitations, staff, devices })
