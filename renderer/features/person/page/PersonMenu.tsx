import { ActionIcon, Menu, Text } from '@mantine/core';
import {
  IconDots,
  IconEraser,
  IconHandStop,
  IconHistory,
  IconMailForward,
  IconPencil,
  IconPencilPlus,
  IconTrash,
  IconUserEdit,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Person } from '../../../../shared/model/person';
import { useRead, useWrite } from '../../../api';
import { Kbd } from '../../../ui/Kbd';
import { toastDone, toastError } from '../../../ui/toasts';
import { openPromiseForm } from '../../promises';
import { openFollowUp } from '../followup/overlay';
import { openForget, openPersonForm, openPersonHistory, openStanding } from '../overlays';
import { deletionWords } from './deletion-words';

/** What can be done with this person. Deleting says its effect first; undo brings everything back. */
export function PersonMenu({ person, onWrite }: { person: Person; onWrite: () => void }) {
  const [opened, setOpened] = useState(false);
  const remove = useDelete(person);
  return (
    <Menu position="bottom-end" width={290} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={`Actions for ${person.name}`}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPencil size={16} />}
          rightSection={<Kbd keys="Mod+N" />}
          onClick={onWrite}
        >
          Write it down
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPencilPlus size={16} />}
          onClick={() => openPromiseForm({ personId: person.id })}
        >
          Add a promise
        </Menu.Item>
        <Menu.Item
          leftSection={<IconUserEdit size={16} />}
          onClick={() => openPersonForm({ editId: person.id })}
        >
          Edit
        </Menu.Item>
        <Menu.Item
          leftSection={<IconMailForward size={16} />}
          onClick={() => openFollowUp({ personId: person.id })}
        >
          Draft a follow-up
        </Menu.Item>
        <Menu.Item leftSection={<IconHandStop size={16} />} onClick={() => openStanding(person.id)}>
          Where you stand
        </Menu.Item>
        <Menu.Item leftSection={<IconHistory size={16} />} onClick={() => openPersonHistory(person)}>
          History
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={16} />} color="red" onClick={remove}>
          Delete
          {opened ? <DeletionEffect id={person.id} /> : null}
        </Menu.Item>
        <Menu.Item leftSection={<IconEraser size={16} />} color="red" onClick={() => openForget(person.id)}>
          Forget…
          <Text size="xs" c="dimmed">
            Erased everywhere, backups too. Undo does not bring it back.
          </Text>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What goes with the person and what stays, before it is done. */
function DeletionEffect({ id }: { id: string }) {
  const effect = useRead('people.deletionEffect', { id });
  if (!effect.data) return null;
  return (
    <Text size="xs" c="dimmed">
      {deletionWords(effect.data)} Undo brings it all back.
    </Text>
  );
}

function useDelete(person: Person): () => void {
  const write = useWrite('people.delete');
  const [, navigate] = useLocation();
  return () => {
    write
      .mutateAsync({ id: person.id })
      .then(() => {
        navigate('/people');
        toastDone(`${person.name} deleted`);
      })
      .catch(toastError);
  };
}
