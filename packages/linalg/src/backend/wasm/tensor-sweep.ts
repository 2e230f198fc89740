import type { SliceUpdate } from "../../tensor/prepared-tensor.ts";
import { withScope } from "./scope.ts";
import type { StoredTensor } from "./tensor-contract.ts";

/** Slices that are updated before they are added up, while in cache; the four share each access to the sum. */
const GROUP = 4;
/** Above this a group is one slice: larger than caches. */
const CACHE_BYTES = 2 ** 22;

/** Overwrites u with the forms of the slices from `first` on, then with what `update` makes of them. */
function updateGroup(
  { shape: [, N2, N3], address, entryBytes, bilinear }: StoredTensor,
  first: number,
  u: Float64Array,
  x: number,
  y: number,
  update: SliceUpdate,
): void {
  const stride = N2 * N3 * entryBytes;
  for (let i = 0; i < u.length; i++) u[i] = bilinear(N2, N3, address + (first + i) * stride, x, y);
  for (let i = 0; i < u.length; i++) u[i] = update(first + i, u[i]!);
}

/**
 * For each slice s_i = x^T T_i y, u_i = update(i, s_i), out += u_i T_i. An update may use kernels itself, which may move the memory,
 * so that no view outlives one; `alive` refuses a tensor that an update has disposed of.
 */
export function tensorSweep(
  alive: () => StoredTensor,
  x: Float64Array,
  y: Float64Array,
  update: SliceUpdate,
  out: Float64Array,
): void {
  const tensor = alive();
  const { instance, shape, address, entryBytes, addRows } = tensor;
  const stride = out.length * entryBytes;
  const group = new Float64Array(GROUP * stride > CACHE_BYTES ? 1 : GROUP);
  withScope(instance, ({ block, copyIn }) => {
    const [xs, ys, us, sum] = [copyIn(x), copyIn(y), block(group.byteLength), block(out.byteLength)];
    instance.f64(sum, out.length).fill(0);
    for (let first = 0; first < shape[0]; first += group.length) {
      const u = group.subarray(0, shape[0] - first);
      updateGroup(tensor, first, u, xs, ys, update);
      alive();
      instance.f64(us, u.length).set(u);
      addRows(u.length, out.length, address + first * stride, stride, us, sum);
    }
    out.set(instance.f64(sum, out.length));
  });
}
