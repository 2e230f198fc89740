import { expect, test } from "vitest";
import { attachBoard, createBoard } from "../../src/executors/task-board.ts";

test("each task is claimed once, in the order of the board, from any of its copies", () => {
  const board = createBoard(2, Int32Array.of(4, 2, 7));
  const copy = attachBoard(board.words);
  expect([board.claim(0), copy.claim(1), board.claim(0), copy.claim(1)]).toEqual([4, 2, 7, -1]);
  expect([copy.hand(0), board.hand(1), copy.workers]).toEqual([[4, 7], [2], 2]);
});

test("tasks can be put back as often as it takes", () => {
  const board = createBoard(1, Int32Array.of(0, 1, 2));
  const seen: number[] = [];
  for (let i = 0; i < 1000; i++) {
    const task = board.claim(0);
    seen.push(task);
    board.sent(0);
    board.read(0);
    board.add(task);
  }
  expect(seen).toEqual(Array.from({ length: 1000 }, (_, i) => i % 3));
});

test("tasks that are withdrawn are passed over", () => {
  const board = createBoard(1, Int32Array.of(0, 1, 2, 3));
  board.claim(0);
  board.withdraw((task) => task < 3);
  expect([board.claim(0), board.claim(0), board.hand(0)]).toEqual([3, -1, [0, 3]]);
});

test("nothing is claimed from a board that is closed", () => {
  const board = createBoard(1, Int32Array.of(0, 1));
  expect(board.wait(0)).toBe(true);
  board.close();
  expect([board.claim(0), board.wait(0)]).toEqual([-1, false]);
});

test("a worker whose hand is full, or whose messages are not read, has to wait", () => {
  const board = createBoard(
    2,
    Int32Array.from({ length: 1000 }, (_, task) => task),
  );
  for (let task = 0; task < 64; task++) expect(board.claim(0)).toBe(task);
  expect(board.claim(0)).toBe(-1);
  expect(board.claim(1)).toBe(64);
  for (let message = 0; message < 16; message++) board.sent(0);
  expect(board.hand(0)).toEqual([]);
  expect(board.claim(0)).toBe(-1);
  expect(board.wait(0)).toBe(true);
  board.read(0);
  expect(board.claim(0)).toBe(65);
  board.sent(0);
  board.vacate(0);
  expect([board.hand(0), board.claim(0)]).toEqual([[], 66]);
});
