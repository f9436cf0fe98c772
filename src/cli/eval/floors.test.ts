import { describe, expect, it } from 'vitest';
import { belowFloor, raisedFloors } from './floors.ts';

describe('floors', () => {
  it('name a figure that has fallen', () => {
    expect(belowFloor('stories', { f1: 0.89 }, { 'stories.f1': 0.9 })).toHaveLength(1);
    expect(belowFloor('stories', { f1: 0.9 }, { 'stories.f1': 0.9 })).toHaveLength(0);
  });

  it('name a figure that is no longer measured', () => {
    expect(belowFloor('stories', {}, { 'stories.f1': 0.9 })[0]).toContain('not measured');
  });

  it('rise but never fall', () => {
    const floors = { 'stories.f1': 0.9 };
    expect(raisedFloors('stories', { f1: 0.95678 }, floors)).toEqual({ 'stories.f1': 0.956 });
    expect(raisedFloors('stories', { f1: 0.85 }, floors)).toEqual(floors);
  });
});
