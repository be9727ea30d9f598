"""medlint in an editor: a server of the Language Server Protocol, on pygls.

positions   offsets of medlint, lines and code units of editors
desks       which settings and facts a file has, read again when they change on disk
looking     what there is to say of the text that an editor holds
told        findings, mistakes and figures as diagnostics and hover text
comments    where a comment that switches a finding off goes, in the file's own language
actions     what an editor can do about a finding
server      the protocol's requests
"""
