import type { Topic } from '../../domain/pieces/words'
import crisisSupport from '../assets/topics/crisis-support.png'
import emotion from '../assets/topics/emotion.png'
import family from '../assets/topics/family.png'
import relationships from '../assets/topics/relationships.png'
import selfCare from '../assets/topics/self-care.png'
import sleep from '../assets/topics/sleep.png'
import stress from '../assets/topics/stress.png'
import work from '../assets/topics/work.png'

const pictures: Record<Topic, string> = {
  stress,
  sleep,
  emotion,
  relationships,
  family,
  work,
  'self-care': selfCare,
  'crisis-support': crisisSupport,
}

export const pictureOf = (topic: Topic) => pictures[topic]
