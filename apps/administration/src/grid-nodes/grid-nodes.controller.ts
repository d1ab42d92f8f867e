import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Access,
  Directory,
  GridNode,
  gridNodeRecord,
  Sender,
  type GridNodeRecord,
  type Principal,
} from '#directory';
import { Database } from '#persistence';
import { badRequest } from '#problem-details';
import { AuditLog } from '../audit-log/audit-log.js';
import { GRID_NODE, GRID_NODE_RULE } from '../participants/participant.dto.js';
import { GridNodeDto } from './grid-node.dto.js';

/** A grid node as the outside sees it; capacities in kW. */
export interface GridNodeAnswer {
  readonly id: string;
  readonly parent?: string;
  readonly kind: GridNodeRecord['kind'];
  readonly importCapacityKw?: number;
  readonly exportCapacityKw?: number;
  readonly transferPricePerKwh?: string;
}

@ApiTags('Grid')
@Controller('admin/v1/grid-nodes')
export class GridNodesController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(AuditLog) private readonly audit: AuditLog,
  ) {}

  @Put(':id')
  @Access('admin')
  @ApiOperation({ summary: 'Add or change a node of the grid tree; the path is its id' })
  async put(
    @Param('id') id: string,
    @Body() body: GridNodeDto,
    @Sender() sender: Principal,
  ): Promise<GridNodeAnswer> {
    this.checkPath(id, body.parent);
    const row: GridNode = {
      id,
      kind: body.kind,
      importCapacityW: wattsOf(body.importCapacityKw),
      exportCapacityW: wattsOf(body.exportCapacityKw),
      transferPrice: microOf(body.transferPricePerKwh),
    };
    await this.database.transaction(async (transaction) => {
      await transaction.manager.upsert(GridNode, row, ['id']);
      await this.audit.record(transaction, sender, 'grid node put', id, row);
      await this.directory.announceChange(transaction);
    });
    return answer(gridNodeRecord(row));
  }

  @Get()
  @Access('admin', 'brp', 'dso', 'aggregator', 'auditor')
  @ApiOperation({ summary: 'The grid tree, by path' })
  async list(): Promise<readonly GridNodeAnswer[]> {
    return (await this.directory.gridNodes()).map(answer);
  }

  private checkPath(id: string, parent: string | undefined): void {
    if (!GRID_NODE.test(id)) throw badRequest([{ path: 'id', message: GRID_NODE_RULE.message }]);
    if (parent !== undefined && parent !== parentOf(id))
      throw badRequest([{ path: 'parent', message: `must be the path above ${id}` }]);
  }
}

const parentOf = (id: string): string | undefined =>
  id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : undefined;

const wattsOf = (kilowatts: number | undefined): number | null =>
  kilowatts === undefined ? null : Math.round(kilowatts * 1000);

const MICRO = 1_000_000;

/** Exact: at most twelve digits, of which six behind the point. */
const microOf = (decimal: string | undefined): number | null =>
  decimal === undefined ? null : Math.round(Number(decimal) * MICRO);

function answer(node: GridNodeRecord): GridNodeAnswer {
  const parent = parentOf(node.id);
  return {
    id: node.id,
    ...(parent === undefined ? {} : { parent }),
    kind: node.kind,
    ...(node.importCapacityW === undefined ? {} : { importCapacityKw: node.importCapacityW / 1000 }),
    ...(node.exportCapacityW === undefined ? {} : { exportCapacityKw: node.exportCapacityW / 1000 }),
    ...(node.transferPrice === undefined
      ? {}
      : { transferPricePerKwh: (node.transferPrice / MICRO).toFixed(6) }),
  };
}
