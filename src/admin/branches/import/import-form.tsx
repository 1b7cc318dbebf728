import { Button, Form, Radio } from 'antd'
import { useRef } from 'react'
import { BranchPicker } from '../branch-picker'
import type { Place } from '../scopes'
import { downloadTemplate } from './template'
import type { Mode } from './use-import'

type Props = {
  branch: Place | null
  mode: Mode
  busy: boolean
  onBranch: (branch: Place) => void
  onMode: (mode: Mode) => void
  onFile: (file: File) => void
}

/** What a list is about, and which file it is. */
export const ImportForm = ({ branch, mode, busy, onBranch, onMode, onFile }: Props) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Form layout="vertical" component="div" requiredMark={false}>
      <Form.Item label="哪个组织的名单" htmlFor="import-branch" extra="名单里的组织编码要在它和它的下级之内">
        <BranchPicker
          id="import-branch"
          action="imports.begin"
          label="哪个组织的名单"
          value={branch}
          onChange={onBranch}
          disabled={busy}
        />
      </Form.Item>
      <Form.Item label="做什么">
        <Radio.Group
          disabled={busy}
          value={mode}
          onChange={(event) => onMode(event.target.value)}
          options={[
            { value: 'add', label: '加入：名单里的人可以凭号码核对单位' },
            { value: 'remove', label: '移出：名单里的号码以后不能再核对' },
          ]}
        />
      </Form.Item>
      <div className="row">
        <Button type="primary" disabled={busy || !branch} onClick={() => input.current?.click()}>
          选择 CSV 文件
        </Button>
        <Button disabled={busy} onClick={downloadTemplate}>
          下载模板
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,text/csv"
          // antd's form shows what is only `hidden`.
          style={{ display: 'none' }}
          disabled={busy}
          aria-label="名单文件"
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file chosen again is a choice too.
            event.target.value = ''
            if (file) onFile(file)
          }}
        />
      </div>
    </Form>
  )
}
