import { Combobox } from '@base-ui/react/combobox'
import { Check, ChevronDown } from 'lucide-react'
import { matchesFolded } from '../../model/fold.ts'
import styles from './choice-control.module.css'

/** One thing to choose. `find` is what the search looks at besides the label: other names, codes. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly sub?: string
  /** A number of it, at the end of its line. */
  readonly amount?: string
  readonly find?: string
}

export interface ChoiceGroup {
  readonly value: string
  readonly items: readonly Choice[]
}

interface SearchChoiceProps {
  readonly label: string
  readonly shown: string
  readonly searchLabel: string
  readonly emptyText: string
  readonly groups: readonly ChoiceGroup[]
  readonly chosen: readonly string[]
  readonly multiple: boolean
  onChoose(values: readonly string[]): void
  onOpenChange?(open: boolean): void
}

/** A button that opens a searchable list, by groups; the search needs no marks. */
export function SearchChoice(props: SearchChoiceProps) {
  const { groups, chosen } = props
  const all = groups.flatMap((group) => group.items)
  const selected = all.filter((item) => chosen.includes(item.value))
  const shared = {
    items: groups as ChoiceGroup[],
    itemToStringLabel: (item: Choice) => item.label,
    isItemEqualToValue: (a: Choice, b: Choice) => a.value === b.value,
    onOpenChange: (open: boolean) => props.onOpenChange?.(open),
    filter: (item: Choice, query: string) => matchesFolded(`${item.label} ${item.find ?? ''}`, query),
  }
  if (props.multiple) {
    return (
      <Combobox.Root
        {...shared}
        multiple
        value={selected}
        onValueChange={(values: Choice[]) => props.onChoose(values.map(({ value }) => value))}
      >
        <Parts {...props} />
      </Combobox.Root>
    )
  }
  return (
    <Combobox.Root
      {...shared}
      value={selected[0] ?? null}
      onValueChange={(item: Choice | null) => item && props.onChoose([item.value])}
    >
      <Parts {...props} />
    </Combobox.Root>
  )
}

function Parts({ label, shown, searchLabel, emptyText }: SearchChoiceProps) {
  return (
    <div className={styles.control}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <Combobox.Trigger className={styles.trigger ?? ''} aria-label={`${label}: ${shown}`}>
        <span>{shown}</span>
        <ChevronDown size={16} aria-hidden="true" />
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner className={styles.positioner ?? ''} align="start" sideOffset={4}>
          <Combobox.Popup className={styles.popup ?? ''} aria-label={label}>
            <Combobox.Input className={styles.search ?? ''} placeholder={searchLabel} aria-label={searchLabel} />
            <Combobox.Empty className={styles.empty ?? ''}>{emptyText}</Combobox.Empty>
            <Combobox.List className={styles.list ?? ''}>
              {(group: ChoiceGroup) => (
                <Combobox.Group key={group.value} items={group.items} className={styles.group ?? ''}>
                  {group.value && <Combobox.GroupLabel className={styles.groupLabel ?? ''}>{group.value}</Combobox.GroupLabel>}
                  <Combobox.Collection>
                    {(item: Choice) => (
                      <Combobox.Item key={item.value} value={item} className={styles.item ?? ''}>
                        <Combobox.ItemIndicator className={styles.indicatorMark ?? ''}>
                          <Check size={16} aria-hidden="true" />
                        </Combobox.ItemIndicator>
                        <span className={styles.itemText}>
                          {item.label}
                          {item.sub && <span className={styles.sub}>{item.sub}</span>}
                        </span>
                        {item.amount && <span className={styles.amount}>{item.amount}</span>}
                      </Combobox.Item>
                    )}
                  </Combobox.Collection>
                </Combobox.Group>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </div>
  )
}
