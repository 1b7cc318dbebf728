import { Tag } from 'antd'
import { type Stage, stageNames } from '../../domain/pieces/words'

export const StageTag = ({ stage }: { stage: Stage }) => (
  <Tag className={`stage stage-${stage}`}>{stageNames[stage]}</Tag>
)
