import { mount } from 'svelte';
import 'uplot/dist/uPlot.min.css';
import './page/page.css';
import Console from './Console.svelte';

const target = document.getElementById('console');
if (target === null) throw new Error('index.html has no element with the id "console"');
mount(Console, { target });
