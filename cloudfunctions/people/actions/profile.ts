import { isFitNickname } from '../../../src/domain/profiles/nickname'
import { done, refused } from '../../../src/domain/result'
import type { Employee } from '../../_kit/caller'
import { keepFor } from '../../_kit/data-keys'
import { Busy } from '../../_kit/database'
import { openOwn } from '../../_kit/reveal'
import { seal } from '../../_kit/sealing'
import type { Context, Handlers } from '../../_kit/serve'
import { ensureProfile } from '../profiles'
import { profilesStore } from '../store'

export const profile: Handlers<'profile'> = {
  show: async (_, context) => done(await shown(context)),

  rename: async ({ nickname }, context) => {
    const { personId } = context.caller
    if (nickname === null) await takeAway(context)
    else if (!isFitNickname(nickname)) return refused('NICKNAME_NOT_FIT')
    else {
      await ensureProfile(personId, context)
      await write(nickname, context)
    }
    return done(await shown(context))
  },
}

async function shown(context: Context<Employee>) {
  const found = await context.database.open(profilesStore).get(context.caller.personId)
  if (!found) return { pseudonym: null, nickname: null }
  const { pseudonym, nickname } = found.nickname === null ? found : await openOwn(profilesStore, found, context)
  return { pseudonym, nickname }
}

const write = (nickname: string, context: Context<Employee>) => {
  const { personId } = context.caller
  const profiles = context.database.open(profilesStore)
  return keepFor(
    profilesStore,
    personId,
    context,
    async (key) => {
      const renamed = await profiles.change(personId, (current) =>
        current ? done({ write: seal(profilesStore, { ...current, nickname }, key), reply: true }) : refused('GONE'),
      )
      if (!renamed.ok) throw new Busy('destroyed meanwhile')
    },
    () => profiles.remove(personId),
  )
}

const takeAway = ({ caller, database }: Context<Employee>) =>
  database
    .open(profilesStore)
    .change(caller.personId, (current) =>
      done(current?.nickname ? { write: { ...current, nickname: null }, reply: true } : { reply: true }),
    )
