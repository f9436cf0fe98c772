// Where the pages' scripts start. Each does nothing on pages that are not its own, and every page works without any.
import { startFollowing } from './following.js';
import { startKeyboard } from './keyboard.js';
import { startOffline } from './offline.js';
import { startOwnZone } from './own-zone.js';
import { startPassages } from './passages.js';
import { startReading } from './reading-page.js';
import { startOrder } from './section-order.js';
import { startSettings } from './settings-page.js';
import { startLists } from './story-lists.js';
import { startStory } from './story-page.js';

function start() {
  startOrder();
  startPassages();
  startLists();
  startStory();
  startFollowing();
  startKeyboard();
  startSettings();
  startOwnZone();
  startReading();
  startOffline();
  // For whoever waits until a page does all it can.
  document.documentElement.dataset.started = '';
}

// Whoever has settings has it loaded while the page still comes.
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();
