import type { Extent } from "../axes/domain.ts";
import type { ScaleKind } from "../figure.ts";
import type { Mark } from "../mark.ts";
import type { Place } from "../svg/place.ts";
import type { Frame, Style } from "./frame.ts";

/** All that there is to know of one kind of mark; a kind is a file, and a line in the list. */
export interface MarkKind<M extends Mark = Mark> {
  readonly kind: M["kind"];
  /** Throws where the mark's data cannot be drawn; `path` says which mark it is. */
  require(path: string, mark: M): void;
  /** What the mark needs of an axis of this kind. */
  extentX(mark: M, kind: ScaleKind): Extent;
  extentY(mark: M, kind: ScaleKind): Extent;
  /** What ends at the frame, as SVG in the frame's coordinates. */
  draw(mark: M, frame: Frame, style: Style): string;
  /** What lies over everything that ends at the frame, and may lie on the frame itself. */
  drawOver?(mark: M, frame: Frame, style: Style): string;
  /** Places that a legend should not cover. */
  occupied(mark: M, frame: Frame): readonly Place[];
  /** Its sign in a legend, from (0, -6) to (26, 6); empty where it does not stand in legends. */
  swatch(mark: M, frame: Frame, style: Style): string;
  /** A clause such as `line "theory" with 40 points, y from 0 to 1`. */
  describe(mark: M): string;
}
