import { Select } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import { useRef } from 'react'
import styles from './choice-control.module.css'
import type { Choice } from './search-choice.tsx'

interface PlainChoiceProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly chosen: string
  onChoose(value: string): void
}

/** A short list to choose one thing from. */
export function PlainChoice({ label, choices, chosen, onChoose }: PlainChoiceProps) {
  const shown = choices.find((choice) => choice.value === chosen)?.label ?? chosen
  const typing = useRef(false)
  return (
    <div className={styles.control}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <Select.Root
        value={chosen}
        onValueChange={(value: string | null, { reason }) => {
          // Once its list was open, Base UI goes back to its first value when the chosen item is replaced: nobody asked for that.
          if (value !== null && (reason === 'item-press' || typing.current)) onChoose(value)
        }}
      >
        <Select.Trigger
          className={styles.trigger ?? ''}
          aria-label={`${label}: ${shown}`}
          onKeyDownCapture={() => {
            // Letters typed on the closed list choose without an item.
            typing.current = true
            setTimeout(() => {
              typing.current = false
            })
          }}
        >
          <span>{shown}</span>
          <ChevronDown size={16} aria-hidden="true" />
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner
            className={styles.positioner ?? ''}
            align="start"
            sideOffset={4}
            alignItemWithTrigger={false}
            role="region"
            aria-label={label}
          >
            <Select.Popup className={styles.popup ?? ''}>
              <Select.List className={styles.list ?? ''}>
                {choices.map((choice) => (
                  <Select.Item key={choice.value} value={choice.value} className={styles.item ?? ''}>
                    <Select.ItemIndicator className={styles.indicatorMark ?? ''}>
                      <Check size={16} aria-hidden="true" />
                    </Select.ItemIndicator>
                    <Select.ItemText className={styles.itemText ?? ''}>{choice.label}</Select.ItemText>
                  </Select.Item>
                ))}
              </Select.List>
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </div>
  )
}
