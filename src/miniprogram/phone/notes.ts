import { storage } from './storage'

const NAME = 'notes'

export const notes = () => storage.read<string>(NAME) ?? ''
export const keepNotes = (text: string) => storage.write(NAME, text)
export const forgetNotes = () => storage.remove(NAME)
