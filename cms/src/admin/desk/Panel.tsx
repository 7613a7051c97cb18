import type { ReactNode } from 'react';
import { Box, Flex, Grid, Typography } from '@strapi/design-system';

/** A part of a card with its title, and a button beside it. */
export function Panel({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Box
      tag="section"
      aria-label={title}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
    >
      <Flex justifyContent="space-between" alignItems="center" paddingBottom={4} gap={4} wrap="wrap">
        <Typography variant="delta" fontWeight="bold" tag="h2">
          {title}
        </Typography>
        {action}
      </Flex>
      {children}
    </Box>
  );
}

/** Two columns; one below the other where there is no room. */
export function TwoColumns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <Grid.Root gap={4}>
      <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch" gap={4}>
        {main}
      </Grid.Item>
      <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch" gap={4}>
        {side}
      </Grid.Item>
    </Grid.Root>
  );
}

/** A name and its value, one below the other. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} minWidth={0}>
      <Typography variant="pi" textColor="neutral600" tag="dt">
        {name}
      </Typography>
      <Box tag="dd" margin={0} maxWidth="100%" style={{ overflowWrap: 'anywhere' }}>
        {typeof children === 'string' ? <Typography>{children}</Typography> : children}
      </Box>
    </Flex>
  );
}

export function Facts({ children }: { children: ReactNode }) {
  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={4} margin={0}>
      {children}
    </Flex>
  );
}
