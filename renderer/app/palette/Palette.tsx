import { Modal, VisuallyHidden } from '@mantine/core';
import {
  IconAffiliate,
  IconBolt,
  IconCalendarEvent,
  IconCircles,
  IconNotes,
  IconNotebook,
  IconSearch,
  IconUser,
  IconUserPlus,
} from '@tabler/icons-react';
import { type ComponentType, type KeyboardEvent, useState } from 'react';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import { matchesKeys } from '../../ui/keys';
import { Marked } from '../../ui/Marked';
import { useListbox } from '../../ui/useListbox';
import { paletteOverlay } from './open';
import classes from './Palette.module.css';
import { type PaletteItem, usePaletteItems } from './usePaletteItems';

const icons: Record<PaletteItem['kind'], ComponentType<{ size: number; className?: string | undefined }>> = {
  command: IconBolt,
  person: IconUser,
  interaction: IconNotebook,
  promise: IconNotes,
  gathering: IconCalendarEvent,
  circle: IconCircles,
  introduction: IconAffiliate,
  search: IconSearch,
  new: IconUserPlus,
};

/** Search or do: every command, every person, every entry, by a few typed letters. */
export function Palette() {
  const args = paletteOverlay.useArgs();
  const close = () => {
    paletteOverlay.close();
    const { from } = args ?? {};
    // The page must not scroll for it: it is to look as before.
    if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
  };
  return (
    <Modal.Root
      opened={args !== null}
      onClose={close}
      returnFocus={false}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      yOffset="12vh"
      size={640}
      padding={0}
      classNames={{ content: classes.sheet ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Search or do">{args ? <PaletteBody close={close} /> : null}</Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ close }: { close: () => void }) {
  const [typed, setTyped] = useState('');
  const { items, error, searching } = usePaletteItems(typed);
  const choose = (index: number) => {
    const item = items[index];
    if (!item) return;
    close();
    // The focus is back before a form or page opens and remembers where it was.
    setTimeout(item.run);
  };
  const listbox = useListbox(true, items.length, choose, typed);
  const owner = { role: 'combobox', ...listbox.ownerProps };
  const onKeyDown = (event: KeyboardEvent) => {
    if (listbox.onKey(event)) return;
    if (matchesKeys(event, 'Mod+K')) {
      event.preventDefault();
      close();
    }
  };
  return (
    <>
      <div className={classes.field}>
        <IconSearch size={18} className={classes.icon} aria-hidden="true" />
        <input
          className={classes.input}
          aria-autocomplete="list"
          aria-label="Search or do"
          placeholder="A person, a word, or what to do…"
          value={typed}
          maxLength={500}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          spellCheck={false}
          data-autofocus
          {...owner}
        />
        <Kbd keys="Esc" />
      </div>
      {items.length > 0 ? (
        <div {...listbox.listProps} className={classes.list} aria-label="Results">
          {items.map((item, index) => (
            <PaletteRow
              key={item.id}
              item={item}
              heading={items[index - 1]?.group === item.group ? null : item.group}
              option={listbox.optionProps(index)}
            />
          ))}
        </div>
      ) : null}
      {error ? (
        <div className={classes.foot}>
          <ErrorNote error={error} title="The journal could not be searched" />
        </div>
      ) : null}
      <VisuallyHidden role="status">
        {typed === '' || searching ? '' : `${items.length} ${items.length === 1 ? 'result' : 'results'}`}
      </VisuallyHidden>
    </>
  );
}

interface PaletteRowProps {
  item: PaletteItem;
  heading: string | null;
  option: ReturnType<ReturnType<typeof useListbox>['optionProps']>;
}

function PaletteRow({ item, heading, option }: PaletteRowProps) {
  const Icon = icons[item.kind];
  return (
    <>
      {heading ? (
        <div className={classes.heading} role="presentation">
          {heading}
        </div>
      ) : null}
      <div {...option} className={classes.option} data-kind={item.kind} aria-label={spoken(item)}>
        <Icon size={17} className={classes.icon} />
        <span className={classes.title}>
          <Marked excerpt={item.title} />
        </span>
        {item.aside ? <span className={classes.aside}>{item.aside}</span> : null}
        {item.date ? <span className={classes.date}>{item.date}</span> : null}
        {item.keys ? <Kbd keys={item.keys} className={classes.keys} /> : null}
      </div>
    </>
  );
}

function spoken(item: PaletteItem): string {
  return [item.title.text, item.aside, item.date].filter(Boolean).join(', ');
}
