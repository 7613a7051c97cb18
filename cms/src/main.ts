import { resolve } from 'node:path';
import { createStrapi } from '@strapi/strapi';

void createStrapi({ appDir: resolve(__dirname, '../..'), distDir: resolve(__dirname, '..') }).start();
