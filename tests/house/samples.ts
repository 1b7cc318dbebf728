import { Buffer } from 'node:buffer'

/** The smallest picture there is: one transparent pixel. */
export const pixelPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export const captions = Buffer.from('WEBVTT\n\n00:00.000 --> 00:04.000\n慢慢吸气\n')
