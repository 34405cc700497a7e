import { Button, Group } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { callErrorOf } from '../api';
import classes from './ErrorBoundary.module.css';
import { navigate, START_ROUTE } from './location';

interface State {
  error: unknown;
  failed: boolean;
}

/** Stands in for what could not be drawn. The journal is in another process and is not touched by it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className={classes.note} role="alert">
        <h1 className={classes.title} tabIndex={-1} data-page-heading>
          This page could not be shown
        </h1>
        <p>
          Nothing in your journal was lost or changed, and drafts are kept. Loading it again usually helps.
        </p>
        <Group gap="sm" mt="lg">
          <Button onClick={() => window.location.reload()}>Load again</Button>
          <Button variant="default" onClick={this.leave}>
            Go to the journal
          </Button>
        </Group>
        <details className={classes.details}>
          <summary>What went wrong</summary>
          <pre>{callErrorOf(this.state.error).message}</pre>
        </details>
      </div>
    );
  }

  private readonly leave = (): void => {
    this.setState({ error: null, failed: false });
    navigate(START_ROUTE);
  };
}
