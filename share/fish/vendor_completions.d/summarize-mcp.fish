# Completion of summarize-mcp for fish.
complete -c summarize-mcp -f -a '(__fish_complete_directories)'
complete -c summarize-mcp -s h -l help -d 'show this help message and exit'
complete -c summarize-mcp -l allow-urls -d 'let agents fetch public pages'
complete -c summarize-mcp -l http -x -d 'serve over HTTP instead, by default at 127.0.0.1'
