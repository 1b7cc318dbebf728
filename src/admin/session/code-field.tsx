import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { isRecoveryCode, isSixDigits, secondCode } from './second-code'

/** The six digits, or one of the codes kept for the day the phone is not there. */
export const CodeField = ({ onKindChange }: { onKindChange: () => void }) => {
  const [recovery, setRecovery] = useState(false)
  const turn = () => {
    setRecovery(!recovery)
    onKindChange()
  }
  return (
    <>
      <Form.Item
        key={recovery ? 'recovery' : 'digits'}
        name="code"
        label={recovery ? '备用码' : '六位数字'}
        extra={
          recovery ? '设置第二道验证时保存下来的，每个只能用一次' : '打开手机上的验证器，输入心驿这一行现在显示的数字'
        }
        validateTrigger="onSubmit"
        rules={[
          {
            validator: (_, typed: string = '') => {
              const fits = recovery ? isRecoveryCode : isSixDigits
              if (fits(secondCode(typed))) return Promise.resolve()
              return Promise.reject(new Error(recovery ? '备用码是 10 位字母和数字' : '请输入六位数字'))
            },
          },
        ]}
      >
        <Input
          size="large"
          className="code-input"
          autoFocus
          autoComplete="one-time-code"
          inputMode={recovery ? 'text' : 'numeric'}
          maxLength={20}
        />
      </Form.Item>
      <Button type="link" className="inline-link" onClick={turn}>
        {recovery ? '用验证器上的六位数字' : '手机不在身边，用备用码'}
      </Button>
    </>
  )
}
