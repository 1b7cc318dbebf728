import { Modal } from 'antd'
import type { Output } from '../../../contract'
import { shownClock } from '../../shell/time'

type Pass = Output<'doors', 'pass'>

/** Shown once, read out across a room. */
export const PassDialog = ({ pass, onClose }: { pass: Pass; onClose: () => void }) => (
  <Modal open title="签到口令" footer={null} closable={{ 'aria-label': '关闭' }} onCancel={onClose}>
    <div className="stack stack-tight">
      <p className="door-code figure">
        {pass.code.slice(0, 4)} {pass.code.slice(4)}
      </p>
      <p>
        到 {shownClock(pass.until)} 前有效，只能用一次。请签到的同事在手机上打开「我的 → 我的活动 → 帮忙签到」，输入它。
      </p>
      <p className="soft">
        领了的人可以在这场活动的签到时间里看名单、扫码，没有网络也能扫；结束一天后手机上的名单自己清除。
      </p>
    </div>
  </Modal>
)
