import { Button, Modal } from 'antd'
import union from '../../../config/union.json'
import { everywhere } from '../../domain/hotlines/number'

const steps: readonly string[] = [
  '先接住，不急着劝。可以说：「谢谢您告诉我，这一定很难。我在，您慢慢说。」',
  '直接、平静地问，问了不会让事情变坏：「您刚才说的，是有过不想活下去的念头吗？现在还有吗？」',
  '问清此刻：人在哪里，身边有没有人，手边有没有能伤到自己的东西，有没有想好怎么做、什么时候做。',
  '一起想能做的下一步：请一位信得过的人来陪，离开危险的东西和地方，约好下一次说话的时间。',
  '不答应替对方保守有生命危险的秘密。可以说：「您的安全最要紧，我想请值守的同事一起帮您。」',
  '有生命危险时，请对方或身边的人马上打 120 或 110，同时转给值守，一直陪到有人到。',
  '结束后跟督导说一说，也照顾好自己。',
]

/** The union's own words for a hard moment, at hand without leaving the conversation. */
export const GuidanceDialog = ({ onClose }: { onClose: () => void }) => (
  <Modal
    open
    title="听到想伤害自己的话，怎么应对"
    onCancel={onClose}
    footer={
      <Button type="primary" onClick={onClose}>
        回到对话
      </Button>
    }
  >
    <ol className="bench-steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
    <h3>可以告诉对方的号码</h3>
    <ul className="bench-steps">
      {everywhere.map(({ number, name }) => (
        <li key={number}>
          <strong className="figure">{number}</strong> {name}
        </li>
      ))}
      {union.line.number !== '' && (
        <li>
          <strong className="figure">{union.line.number}</strong> {union.line.name}
        </li>
      )}
    </ul>
  </Modal>
)
