import { Button } from '@mantine/core';
import { IconAffiliate } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import type { NetworkPage as Page } from '../../../shared/contract/network';
import { useRead } from '../../api';
import { runCommand } from '../../ui/commands';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import { PageHeader } from '../../ui/PageHeader';
import classes from './NetworkPage.module.css';
import { Outline } from './Outline';
import { PictureCard } from './PictureCard';
import { ToThank } from './ToThank';

/** Who led you to whom: as a picture, as an outline, and whom there is still to thank. */
export function NetworkPage() {
  const { data, error, refetch } = useRead('network.page', {});
  return (
    <>
      <PageHeader
        title="Network"
        description="Who led you to whom, and whom there is still to thank"
        actions={
          <Button rightSection={<Kbd keys="Mod+I" />} onClick={() => runCommand('newIntroduction')}>
            New introduction
          </Button>
        }
      />
      <ErrorNote error={error} title="The network could not be read" onRetry={() => void refetch()} />
      {data?.people.length === 0 ? <NothingYet /> : null}
      {data && data.people.length > 0 ? <Body data={data} /> : null}
    </>
  );
}

function Body({ data }: { data: Page }) {
  const [, navigate] = useLocation();
  const open = (index: number) => {
    const person = data.people[index];
    if (person) navigate(`/people/${person.id}`);
  };
  return (
    <div className={classes.page}>
      <PictureCard data={data} onOpen={open} />
      <div className={classes.columns}>
        <ToThank thanks={data.openThanks} today={data.today} />
        <Outline people={data.people} onOpen={open} />
      </div>
    </div>
  );
}

function NothingYet() {
  return (
    <EmptyState
      title="No introduction yet"
      icon={<IconAffiliate size={24} />}
      action={
        <Button rightSection={<Kbd keys="Mod+I" />} onClick={() => runCommand('newIntroduction')}>
          New introduction
        </Button>
      }
    >
      When somebody says “you two should meet”, note it here, in a debrief or in the person’s form. This page
      then draws who opened doors for you, and remembers whom to thank.
    </EmptyState>
  );
}
