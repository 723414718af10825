from __future__ import annotations

import pytest

from a11ynews.source.public_addresses import is_public


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "64:ff9b::5db8:d70e"])
def test_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.1", "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254", "169.254.169.254"),
        *("172.16.0.1", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.51.100.1"),
        *("203.0.113.1", "224.0.0.1", "239.1.2.3", "240.0.0.1", "255.255.255.255", "168.63.129.16"),
    ],
)
def test_special_addresses_of_ipv4_are_not(address: str) -> None:
    assert not is_public(address)
    assert not is_public(f"::ffff:{address}"), "mapped"
    assert not is_public(f"::{address}"), "compatible"
    assert not is_public(f"64:ff9b::{address}"), "through NAT64"


@pytest.mark.parametrize(
    "address",
    [
        *("::", "::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "100::1"),
        *(
            "2001:db8::1",
            "2001::1",
            "2002:7f00:1::",
            "2002:5db8:d70e::",
            "64:ff9b:1::1",
            "3fff::1",
            "5f00::1",
            "4000::1",
        ),
        "2606:4700::1111%eth0",
    ],
)
def test_special_addresses_of_ipv6_are_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["", "localhost", "127.1", "0x7f000001", "1.2.3.4.5", "[::1]"])
def test_what_is_no_address_is_not_public(address: str) -> None:
    assert not is_public(address)
