import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '#directory';
import { formatInstant } from '#flexoffer';
import { SigningKeys } from './signing-keys.js';

/** A public key as a JSON Web Key (RFC 8037). */
class PublicKeyAnswer {
  @ApiProperty({ example: 'OKP' })
  kty!: string;

  @ApiProperty({ example: 'Ed25519' })
  crv!: string;

  @ApiProperty({ description: 'The key, base64url' })
  x!: string;

  @ApiProperty({ description: 'Its thumbprint (RFC 7638), by which packages name it' })
  kid!: string;

  @ApiProperty()
  createdAt!: string;
}

class KeySetAnswer {
  @ApiProperty({ type: [PublicKeyAnswer] })
  keys!: PublicKeyAnswer[];
}

@ApiTags('Evidence packages')
@Controller('settlement/v1/keys')
export class KeysController {
  constructor(@Inject(SigningKeys) private readonly signingKeys: SigningKeys) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'The public keys that evidence packages are signed with: a JSON Web Key Set',
    security: [],
  })
  @ApiOkResponse({ type: KeySetAnswer })
  async list(): Promise<KeySetAnswer> {
    const rows = await this.signingKeys.all();
    const keys = rows.map(({ keyId, publicKey, createdAt }) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      x: publicKey,
      kid: keyId,
      createdAt: formatInstant(createdAt),
    }));
    return { keys };
  }
}
