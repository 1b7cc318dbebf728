import { serve } from '../_kit/serve'
import { audit } from './actions/audit'
import { branches } from './actions/branches'
import { consents } from './actions/consents'
import { devices } from './actions/devices'
import { imports } from './actions/imports'
import { invitations } from './actions/invitations'
import { membership } from './actions/membership'
import { notices } from './actions/notices'
import { privacy } from './actions/privacy'
import { profile } from './actions/profile'
import { secondFactor } from './actions/second-factor'
import { sessions } from './actions/sessions'
import { staff } from './actions/staff'
import { unsealings } from './actions/unsealings'

export const people = serve('people', {
  sessions,
  invitations,
  secondFactor,
  staff,
  devices,
  branches,
  imports,
  membership,
  profile,
  consents,
  privacy,
  unsealings,
  audit,
  notices,
})
