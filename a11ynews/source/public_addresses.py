"""Which machines may be asked: those of the open internet, however their number is wrapped up."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

__all__ = ["is_public"]

_CLOUD = (
    IPv4Network("168.63.129.16/32"),  # Azure's platform, a public number that answers inside only
    IPv4Network("192.88.99.0/24"),  # relays of 6to4, withdrawn (RFC 7526)
)
_GLOBAL_UNICAST = IPv6Network("2000::/3")  # RFC 4291, 2.4: all else is of special use or unassigned
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: how a network without IPv4 writes an IPv4 address
_NOT_GLOBAL = (
    IPv6Network("2002::/16"),  # 6to4 and
    IPv6Network("2001::/32"),  # Teredo lead to an IPv4 address inside
    IPv6Network("3fff::/20"),  # for documentation (RFC 9637); Python 3.11 does not know it
)


def is_public(address: str) -> bool:
    """Tell whether an address belongs to a machine that anyone may ask.

    Private, loopback, link-local, shared, multicast, reserved and documentation addresses do not,
    nor do the forms of IPv6 that hold one of them.

    Args:
        address: An IPv4 or IPv6 address in numbers, as :func:`socket.getaddrinfo` gives it.

    Returns:
        True for a public one; False for all others, and for what is no address.

    Example:
        >>> is_public("93.184.215.14"), is_public("169.254.169.254"), is_public("::ffff:10.0.0.1")
        (True, False, False)

    Source:
        IANA's registries of special-purpose addresses (RFC 6890), through :mod:`ipaddress`.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return _is_public_4(found) if isinstance(found, IPv4Address) else _is_public_6(found)


def _is_public_4(address: IPv4Address) -> bool:
    return address.is_global and not address.is_multicast and not any(address in network for network in _CLOUD)


def _is_public_6(address: IPv6Address) -> bool:
    if address.scope_id is not None:
        return False  # "%eth0": of this link only
    if address in _NAT64:
        return _is_public_4(IPv4Address(address.packed[-4:]))
    return address in _GLOBAL_UNICAST and address.is_global and not any(address in network for network in _NOT_GLOBAL)
